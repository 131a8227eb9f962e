import config from '../../../e2e/frameworks/vitepress/.vitepress/config.js?raw';
import theme from '../../../e2e/frameworks/vitepress/.vitepress/theme/index.js?raw';
import markdown from '../../../e2e/frameworks/vitepress/index.md?raw';
import { code } from '../blocks';
import { prose } from '../../formula/tex';
import type { DocsPage } from '../page';

export const page: DocsPage = {
  title: 'VitePress and Docusaurus',
  description: 'Elements in pages that are written in Markdown, with VitePress or Docusaurus.',
  place: 12.7,
  parent: 'frameworks',
  sections: [
    {
      title: 'VitePress',
      html: prose`
${code('npm install descent-lab', 'Commands: VitePress')}
${code(config, 'VitePress: .vitepress/config.js')}
${code(theme, 'VitePress: .vitepress/theme/index.js')}
${code(markdown, 'VitePress: a page')}
`,
    },
    {
      title: 'Docusaurus',
      html: prose`
List a file with \`import 'descent-lab/define'\` under \`clientModules\` in \`docusaurus.config.js\`, and write the element into a page as above, its attributes as texts.
`,
    },
  ],
};
