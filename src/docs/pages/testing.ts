import config from '../../../e2e/kit/example/playwright.config.ts?raw';
import course from '../../../e2e/kit/example/course.html?raw';
import spec from '../../../e2e/kit/example/course.spec.ts?raw';
import { code, table } from '../blocks';
import type { DocsPage } from '../page';

const c = (text: string) => `<code>${text}</code>`;

export const page: DocsPage = {
  title: 'Reproducible screenshots',
  description:
    'Tests of your own pages with Playwright: waiting until every element has drawn, and screenshots that are the same each time.',
  place: 35,
  lead: `<p>A test that compares a picture of a page with the one that was looked at needs two things: a moment at which the picture is finished, and a picture that is the same each time. ${c('descent-lab/testing')} has both, for <a href="https://playwright.dev">Playwright</a> in any version.</p>`,
  sections: [
    {
      title: 'A whole example',
      html: `<p>Three files in an empty folder. The tests of this project install the package there, run these very files twice, and then once more with an attribute changed, and expect that run to fail.</p>
${code('npm install --save-dev descent-lab @playwright/test vite dejavu-fonts-ttf\nnpx playwright install chromium\nnpx playwright test --update-snapshots   # the first time; look at the pictures\nnpx playwright test                      # from then on', 'Commands')}
<p>${c('playwright.config.ts')}; any other web server will do, too:</p>
${code(config, 'playwright.config.ts')}
<p>${c('course.html')}:</p>
${code(course, 'course.html')}
<p>${c('course.spec.ts')}:</p>
${code(spec, 'course.spec.ts')}`,
    },
    {
      title: 'settle',
      html: `<p>${c('await settle(page, options)')} waits until every element of the page has computed and drawn: also those in frames of any origin, in other components’ shadow trees, in closed details, hidden, or far from the viewport, where elements do not compute by themselves. Elements that come or change meanwhile are waited for; so is what is playing, and the page’s fonts. A frame with ${c('loading="lazy"')} that was never near the viewport has no page yet: scroll to it first.</p>
<p>It gives ${c('{ count, elements }')}, and of each element its ${c('tag')}, ${c('id')}, the ${c('url')} of its document, its ${c('state')}, and the ${c('engine')} that computed what is shown, with its adapter. It rejects with an error that names the elements which failed with their own messages, the tags that nobody defined, or those that took too long.</p>
${table(
  'Options of settle',
  ['Option', 'Default', 'What it does'],
  [
    [
      c('timeout'),
      '25000',
      'Milliseconds for everything together. A Playwright test has 30 s if nothing is said: give it more, where elements compute for long.',
    ],
    [c('definitionTimeout'), '10000', 'Milliseconds that a tag may stay undefined.'],
    [
      c('acceptFailed'),
      c('false'),
      'Takes elements that show an error message for settled: it may be what the picture is of.',
    ],
  ],
)}
<p>Elements that have settled are drawn in layers of their own (${c('will-change: transform')}): so their lines are the same to the last bit wherever they stand.</p>`,
    },
    {
      title: 'What a picture depends on',
      html: `<p>An element’s picture depends on its attributes, its size, the colour scheme, the fonts, and the engine that computed it, and on nothing else.</p>
<ul>
<li><b>The engine.</b> ${c('engine="cpu"')} computes in float64, with the same numbers on every machine. A GPU’s last bits are its own, and so may pixels be.</li>
<li><b>The fonts.</b> ${c('onlyFonts(folders, families)')} gives the environment for a browser on Linux that sees the fonts of these folders alone, without hinting; ${c('families')} names those for ${c('sans')}, ${c('serif')} and ${c('monospace')}, DejaVu’s if nothing is said. On other systems it changes nothing: compare pictures on one system only, as Playwright’s file names suggest.</li>
<li><b>The browser.</b> ${c('deterministic.use')} holds flags, scale, scheme, locale, time zone and reduced motion, and ${c('deterministic.expect')} a comparison that allows no difference. Versions of a browser draw differently: pin Playwright’s.</li>
<li><b>Times that were measured.</b> The view ${c('operator')} of <a href="gd-conv1d.html">${c('gd-conv1d')}</a> states how long something took here. Leave it out of ${c('views')}.</li>
</ul>
<p>${c('softwareAdapter')} is the list of flags that give Chromium a WebGPU adapter computed on the processor; with none of them, ${c('engine="auto"')} computes on the CPU in a browser without a GPU.</p>`,
    },
  ],
};
