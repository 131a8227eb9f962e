import type { DocsPage } from '../page';

export const page: DocsPage = {
  title: 'Numbers',
  description: 'What 32-bit and 64-bit floating point can and cannot show in these pictures.',
  place: 40,
  sections: [],
};
