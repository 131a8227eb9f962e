import type { DocsPage } from '../page';

export const page: DocsPage = {
  title: 'Theming',
  description: 'Every part and custom property of the elements, each with an example to try.',
  place: 20,
  sections: [],
};
