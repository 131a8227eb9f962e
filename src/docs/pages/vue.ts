import nuxtApp from '../../../e2e/frameworks/nuxt/app/app.vue?raw';
import plugin from '../../../e2e/frameworks/nuxt/app/plugins/descent-lab.client.ts?raw';
import nuxtConfig from '../../../e2e/frameworks/nuxt/nuxt.config.ts?raw';
import config from '../../../e2e/frameworks/vue/vite.config.js?raw';
import vue from '../../../e2e/frameworks/vue/Lesson.vue?raw';
import { code } from '../blocks';
import { prose } from '../../formula/tex';
import type { DocsPage } from '../page';

export const page: DocsPage = {
  title: 'Vue',
  description:
    'Elements in a Vue component, and in Nuxt: which tags are none of its own, properties, events and types.',
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
A plugin registers the elements in the browser: \`.client\` in its name keeps it from the server, and without a default export Nuxt would drop it. Nuxt’s server renders the page first, so write attributes as texts and take results from the element: [Server rendering](frameworks.html#server-rendering).

${code(nuxtConfig, 'Nuxt: nuxt.config.ts')}
${code(plugin, 'Nuxt: app/plugins/descent-lab.client.ts')}
${code(nuxtApp, 'Nuxt: app/app.vue')}
`,
    },
  ],
};
