import config from '../../../e2e/frameworks/vue/vite.config.js?raw';
import vue from '../../../e2e/frameworks/vue/Lesson.vue?raw';
import { code } from '../blocks';
import { prose } from '../../formula/tex';
import type { DocsPage } from '../page';

export const page: DocsPage = {
  title: 'Vue',
  description: 'Elements in a Vue component: which tags are none of its own, properties, events and types.',
  place: 12.3,
  parent: 'frameworks',
  lead: prose`Vue is told which tags are none of its components; all else is as with its own.`,
  sections: [
    {
      title: 'A component',
      html: prose`
${code('npm install descent-lab', 'Commands: Vue')}
${code(config, 'Vue: vite.config.js')}
${code(vue, 'Vue: Lesson.vue')}

- **Properties** are bound by a colon: \`:learningRates="[0.3, 4]"\`, or \`:learningRates="rates"\` with a \`ref\`; texts stand without: \`views="histogram"\`.
- **Events** are heard by \`@\` and their name: \`@gd-result\`.
- **Types** in templates come with \`import type {} from 'descent-lab/vue'\`, for \`vue-tsc\` and for editors.
`,
    },
    {
      title: 'Nuxt',
      html: prose`
\`isCustomElement\` stands in \`nuxt.config\` under \`vue.compilerOptions\`, and \`import 'descent-lab/define'\` in a plugin whose name ends in \`.client\`. In pages that its server renders write attributes as texts: [Server rendering](frameworks.html#server-rendering).
`,
    },
  ],
};
