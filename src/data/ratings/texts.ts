import { defineMessages } from '../../messages';

/** Why ratings cannot be used. */
export const ratingsMessages = /* @__PURE__ */ defineMessages('ratings', {
  line: 'line {line}',
  entry: 'entry {entry}',
  cell: 'row {row}, column {column}',
  columnNumber: 'column {number}',

  emptyFile: 'the file is empty',

  noAddress: "'{url}' is not an address of a file",
  notAllowed:
    'the server of {url} does not allow pages from elsewhere to read it (no CORS header); load the file yourself and open it here',
  notReached: '{url} cannot be reached',
  nothingThere: 'there is nothing at {url} (404)',
  answers: 'the server of {url} answers {status}',
  isWebPage: '{url} is a web page and no file of ratings',
  notLoaded: 'neither a worker nor the page can read ratings: a part of Descent Lab could not be loaded',
  ended: 'what was reading the ratings has ended; there may not be enough memory for them',
  noMemory: 'there is not enough memory for these ratings ({reason})',

  noColumnForUsers: 'there is no column for the users; there are {columns}',
  noColumnForItems: 'there is no column for the items; there are {columns}',
  noColumnForRatings: 'there is no column for the ratings; there are {columns}',
  noNumbers: 'no column has the numbers that ratings should be; below {columns} there are words',
  noColumn: 'there is no column {column}; there are {columns}',
  threeColumns: 'users, items and ratings should be in three columns; there are {columns}',
  tooFewColumns: 'there should be at least three columns, for user, item and rating; there {count|is|are} {columns}',
  matrixOrTriplets:
    'there is no header, and these columns may be a matrix, with a row for each user: {columns}; choose “matrix”, or the columns',
  namedMatrix:
    'no column is called item or rating, and this may be a matrix, with a row for each user: {columns}; choose “matrix”, or the columns',
  arrayMatrixOrTriplets:
    'this array may be a matrix, with a row for each user, or have a rating a row: {columns}; choose “matrix”, or the columns',
  noId: '{id} is no number of a user or an item; it should be a whole number from 0 to {most}',
  usersFrom: 'users from {column}',
  itemsFrom: 'items from {column}',
  ratingsFrom: 'ratings from {column}',
  matrix: 'matrix, a row for each user',
  namesFirst: 'users named in the first column',
  countsFirst: 'the first column counts the ratings and is left out',
  sumColumn: 'column {column} seems to sum up others and would be read as an item; remove it',
  itemsInRows: 'the first column is called {name}: if a row is an item and no user, swap rows and columns',
  aboutUsers: 'column {column} seems to say something of the users and would be read as an item; remove it',
  noneIs: '{none} is no rating',
  sentinel: {
    one: '{value} is unlike all other ratings and read as one of them (if it stands for none, write it into “number for no rating”)',
    other:
      '{value} is there {count} times, unlike all other ratings, and read as one of them (if it stands for none, write it into “number for no rating”)',
  },
  otherFormat: 'the rating {rating} is written differently from those before it; choose the decimal sign',
  missing: 'missing',
  ratingIs: 'the rating is {rating}; it should be a number',
  ratingTooLarge: 'the rating is {rating}; it should be a number from -{most} to {most}',
  ratingNotKept:
    'the rating is {rating}; ratings are kept as 32-bit floats, whose nearest whole number is {nearest}; divide all ratings, by 1000 for example',
  userTooLarge: 'the user is {user}; numbers of users go up to {most}',
  itemTooLarge: 'the item is {item}; numbers of items go up to {most}',
  userNoNumber: 'the user is {user}; it should be a whole number from 0 to {most}, without zeros before it',
  itemNoNumber: 'the item is {item}; it should be a whole number from 0 to {most}, without zeros before it',
  userIs: 'the user is {user}; it should be a number or a name',
  itemIs: 'the item is {item}; it should be a number or a name',

  oneUser: 'there is only one user, {name}; there should be two or more',
  oneItem: 'there is only one item, {name}; there should be two or more',
  tooManySides: 'there are {users} users and {items} items; there can be {most} of each',
  tooMany: 'there are more than {most} ratings, which is as many as can be trained on here',
  repeats: {
    one: '{place} repeats {first}: user {user} rates item {item} again; each user may rate an item only once',
    other:
      '{place} repeats {first}: user {user} rates item {item} again; each user may rate an item only once; there are {count} such repetitions',
  },
  tooManyObserved:
    'there cannot be {observed} {observed|rating|ratings} of {items} {items|item|items} by {users} {users|user|users}: that is {most} at most',
  sparse: 'sparse matrix of SciPy, a row for each user',
  sparseFormat: 'this is a sparse matrix of SciPy in its format “{format}”; save it as a.tocsr()',
  oneMatrix: 'there should be one matrix, or a sparse one of SciPy; there are the arrays {names}',
  zeros: 'this matrix has zeros and no NaN; say which number stands for no rating',
  placed: '{place}: {trouble}',
  noRatings: 'there are no ratings',

  is: '{what} is {value}; it should be {should}',
  uint32Array: 'a Uint32Array',
  floatArray: 'a Float32Array or a Float64Array',
  atMost: 'at most {most}',
  likeValues: '{length}, as many as there are values',
  likeRows: '{length}, as many as there are rows',
  likeColumns: '{length}, as many as there are columns',
  whole: 'a whole number',
  wholeFrom: 'a whole number from {least} to {most}',
  below: 'below {most}',
  number: 'a number from {least} to {most}',
  fraction: 'a fraction from {least} to {most}',
});
