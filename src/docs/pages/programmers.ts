import type { DocsPage } from '../page';

export const page: DocsPage = {
  title: 'For programmers',
  description: 'The computations, formulas and operators without elements.',
  place: 30,
  sections: [],
};
