import { defineWords } from './words';

/** Matrix factorization: the experiment and its element. */
export const matrixFactorizationWords = /* @__PURE__ */ defineWords('matrixFactorization', {
  title: 'From four ratings to millions',
  problem:
    'Users rate items, and most of the table stays empty. Give every user and every item a few numbers, so that their products come to the ratings that are known; gradient descent finds them, and the same products then fill the empty places. The sheet does one step of it by hand, on a table of four.',

  ratings: 'Ratings',
  'ratings.help': "The sheet's four ratings, ratings that are made up, or a file of ratings.",
  'ratings.takes': 'sheet, synthetic, or the address of a file, such as data/ratings.csv',
  rank: 'Rank',
  'rank.help': 'How many factors each user and each item has. (The sheet has one.)',
  learningRate: 'Learning rate',
  'learningRate.help':
    'Several are trained side by side. auto is 0.1 for the sheet, and else 0.25, 0.5, 0.9 and 1.5 times the largest stable rate as estimated.',
  epochs: 'Epochs',
  'epochs.help': 'How many updates of everything. auto is 20 for the sheet, and else 150.',
  ridge: 'Ridge',
  'ridge.help': 'The factor of half the squared length of U and V, which keeps them small.',
  validation: 'Held out',
  'validation.help': 'The fraction of ratings that are predicted and not learned from.',
  users: 'Users',
  'users.help': 'How many users the made-up table has.',
  items: 'Items',
  'items.help': 'How many items the made-up table has.',
  observed: 'Known ratings',
  'observed.help': 'How many entries of the made-up table are known.',
  trueRank: 'True rank',
  'trueRank.help': 'The rank of the made-up table before noise is added.',
  noise: 'Noise',
  'noise.help': 'The standard deviation of the noise in made-up ratings: no prediction can come closer than that.',
  biases: 'Biases',
  'biases.help':
    'Whether predictions begin with the mean of all ratings, and users and items each have a number of their own besides their factors.',
  'biases.off': 'off',
  'biases.on': 'on',
  seed: 'Seed',
  'seed.help': 'The same seed makes the same ratings, holds out the same ones, and starts from the same factors.',
  views: 'Views',
  'views.help': 'Which pictures are computed and shown; as it stands, those that the ratings have something to say in.',
  step: 'Step',
  'step.help': "Which step of the sheet's descent is worked out.",
  ratio: 'Ratio',
  'ratio.help': 'How far along the valley: u1 becomes c u1, and v1 becomes v1 / c.',

  noAddress: 'this is none of them',
  stepTakes: 'a whole number from 1 to epochs, which is {epochs}',
  observedTakes: 'no more ratings than the table has entries, which are {users} × {items} = {entries}',
  trueRankTakes: 'no more than there are users or items, of which there are {users} and {items}',

  'step.title': 'One step, by hand',
  'step.hint':
    'In each cell: the rating, the product that predicts it, and what that lacks. Every number of the step stands in its place.',
  'step.invitation': 'Go on with “Next step”.',
  'valley.title': 'What the data leave open',
  'valley.hint':
    'Multiply u₁ by c and divide v₁ by it: the known entries are predicted as before, the unknown ones are not. Only their product is determined.',
  'valley.invitation': 'Move along the valley with the slider.',
  'errors.title': 'The error in every epoch',
  'errors.hint':
    'The root of the mean squared error, one colour for each learning rate: over the ratings that are learned from and, where some are held out, over those. A run that diverged ends in a mark.',
  'rates.title': 'The largest stable learning rate',
  'rates.hint':
    'What training at each learning rate came to; more rates than asked for where that costs little. Dashed: the largest rate at which descent can be stable, estimated before training from the curvature at a factorization of rank one. Beyond it the error settles no longer, and further up training diverges.',
  'table.title': 'The table, and what fills it',
  'table.hint':
    'Left, what is known; right, the products UV′. Of a large table this is the corner where most is known: the users and items with the most ratings.',
  'items.title': 'Items placed by their factors',
  'items.hint':
    'The most rated items, along the two directions in which the predictions for them differ most between items: the first two principal directions of V, weighted by U. Near one another are items that the same users are predicted to like.',

  stepAbsent:
    'The step is worked out by hand for the sheet’s table of four only; choose the sheet’s ratings to see it.',
  valleyAbsent: 'The valley is shown for the sheet’s table of four only; choose the sheet’s ratings to see it.',
  itemsAbsent:
    'Items are placed by two directions of their factors: that takes a rank of at least 2, and three items or more.',
  noStep: 'The loss is beyond all bounds at the start already, so there is no step to be made.',
  noValley: 'Descent diverged in epoch {epoch}, and so ended in no valley. Choose a lower learning rate.',
  noPredictions: 'Every learning rate diverged, so there is nothing that could be predicted. Choose a lower one.',

  objective: 'The objective, and a simultaneous step of its descent',
  knownEntries: 'known',
  steps: 'Steps',
  nextStep: 'Next step',
  back: 'Back',
  startAgain: 'Start again',
  stepOf: 'step {step} of {steps}',
  alongValley: 'Along the valley',
  whereEnded: 'Where descent ended',
  ratioSlider: 'The ratio c, on a logarithmic scale',
  sheet: 'Sheet',
  madeUp: 'Made up',
  aFile: 'A file…',
  fileHint: 'MovieLens or any CSV, also gzipped; or drop it here. It stays on this machine.',
  someFile: 'a file',
  aScript: 'a script',
  sizeOf: '{name}: {ratings} ratings of {items} items by {users} users',
  from: 'from {name}',
  user: 'user',
  item: 'item',
  rating: 'rating',
  readColumns: 'Read these columns',
  ratingsRefused: 'These ratings cannot be used',
  sayColumns: 'Say above which column is which.',
});
