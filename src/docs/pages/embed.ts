import { code, live, program } from '../blocks';
import { prose } from '../../formula/tex';
import type { DocsPage } from '../page';

export const page: DocsPage = {
  title: 'Embed an experiment',
  description: 'One script and one line of HTML put an experiment into a course page.',
  place: 10,
  lead: '<p>One script registers every element. One line of HTML shows one.</p>',
  sections: [
    {
      title: 'Two lines',
      html: `${code('<script type="module" blocking="render" src="https://your.site/descent-lab.js"></script>\n\n<gd-wide-minima learning-rates="0.01 0.3 4" views="landscape histogram"></gd-wide-minima>', 'HTML: the script and an element')}
<p>The script is small. <code>blocking="render"</code>, in the page’s head, reserves the element’s space before anything is shown, so that the text does not jump. <code>descent-lab.js</code> lies at the root of this site, with the folder <code>assets</code> beside it, and in the package at <code>dist/descent-lab.js</code>. <code>descent-lab.inline.js</code> is one file with everything in it, for pages that cannot have other files.</p>
${code("<script src=\"descent-lab.classic.js\"></script>\n<script>DescentLab.setWords({ locale: 'de', words: { elements: { run: 'Neu rechnen' } } });</script>\n\n<gd-norms></gd-norms>", 'HTML: a page opened from a disk')}
<p>Browsers load no modules into a page that is opened by a double click. <code>descent-lab.classic.js</code> is everything as a plain script; <code>DescentLab</code> has <code>setWords</code>, <code>chooseEngine</code> and the computations.</p>`,
    },
    {
      title: 'Set it up here, copy it there',
      html: prose`Every attribute is optional: the defaults are the problem as it stands in its sheet. Each experiment’s page shows the line that embeds it as you have set it up, and lists every attribute. Leave \`views\` out, and all pictures are shown.`,
    },
    {
      title: 'Elements that go together',
      html: `${live({
        title: 'One rate for two elements',
        text: 'Elements with the same <code>sync</code> share the learning rate, the optimizer, the schedule, the seed and the iterations, as far as each has them. They begin with what one of them says by an attribute, or else with the first one’s default. Move one: the other follows.',
        html: '<gd-learning-rate views="descent" sync="lecture" iterations="8"></gd-learning-rate>\n<gd-box-constraint views="descent" sync="lecture" controls="none"></gd-box-constraint>',
      })}`,
    },
    {
      title: 'In running text',
      html: `<p>Three small elements belong to an experiment’s element, which they name by its id. <code>gd-slider</code> moves one of its numbers, <code>gd-value</code> shows one (a parameter, or a field of the result such as <code>runs.0.outcome</code>), and <code>gd-task</code> asks for a prediction, as a number within a <code>tolerance</code> (<code>5%</code> of the answer, or <code>0.1</code>) or as one of some <code>choices</code>, which <code>|</code> separates, and compares it with the result when the learner asks. It fires <code>gd-answer</code>; nothing is stored or sent.</p>
${live({
  title: 'A question with a slider',
  text: 'Move the start, look, answer.',
  html: `<gd-learning-rate id="descent" views="descent" learning-rates="0.5" controls="none"></gd-learning-rate>
<p>From <gd-slider for="descent" parameter="start" low="-100" high="300" scale="linear"></gd-slider>
the first step leads to <gd-value for="descent" of="runs.0.iterates.1"></gd-value>.</p>
<gd-task for="descent" of="threshold" tolerance="5%">From which learning rate on does descent diverge?</gd-task>`,
})}
${live({
  title: 'A question with choices',
  text: 'One of the choices is what stands in the result, or in the attribute <code>answer</code>.',
  html: `<gd-box-constraint id="box" views="map" controls="none"></gd-box-constraint>
<gd-task for="box" of="onBoundary" choices="true | false">Is the optimum on the boundary?</gd-task>`,
})}`,
    },
    {
      title: 'Predict first',
      html: `<p>With <code>answers="hidden"</code> an element says nothing of limits, theory and the sheet’s printed answers, in pictures, texts and sliders, until the reader asks by its button, or has answered every <code>gd-task</code> that belongs to it. <code>result</code> and exported data hold everything all the same: this helps learners, and examines nobody.</p>
${live({
  title: 'A prediction',
  text: 'Answer, and the limit is marked on the slider.',
  html: `<gd-learning-rate id="parabola" answers="hidden" objective="2w^2" start="1" learning-rates="0.1" views="descent"></gd-learning-rate>
<gd-task for="parabola" of="threshold" tolerance="2%">Above which learning rate does the weight move away from 0?</gd-task>`,
})}`,
    },
    {
      title: 'In an iframe',
      html: `<p>Where a page takes no scripts, it may take a frame. <code>embed/</code> and an experiment’s name is a page of the element alone; its query holds the element’s attributes.</p>
${code('<iframe\n  src="https://your.site/embed/learning-rate.html?views=descent&amp;answers=hidden"\n  title="The learning rate" width="100%" height="640" style="border: 0" loading="lazy"\n></iframe>', 'HTML: an element in a frame')}
<p>It tells the page around it its height, as a message <code>{ type: 'descent-lab:height', height }</code> whenever that changes. Where scripts are allowed after all, this one, before the frames, makes each of them as high as what it shows:</p>
${program('on-page/frames')}`,
    },
    {
      title: 'Back to the lab',
      html: `<p>The menu of each picture copies it as an element. If the page says where the lab is, it also copies an iframe, and opens the lab with the picture’s present settings. The code that the lab copies says so by <code>data-lab</code> on its script: the lab is where that script is. On any other element of the page, <code>data-lab</code> is the lab’s address. Without it there are no such items.</p>
${code('<script type="module" blocking="render" src="https://your.site/descent-lab.js" data-lab></script>\n\n<!-- or, where the script comes from elsewhere -->\n<html data-lab="https://your.site/">', 'HTML: where the lab is')}`,
    },
    {
      title: 'A figure and an experiment',
      html: `${live({
        title: 'A bare figure',
        text: '<code>controls="none"</code> leaves the picture alone.',
        html: '<gd-learning-rate views="descent" selected-rate="1.5" controls="none"></gd-learning-rate>',
      })}
${live({
  title: 'With its controls',
  text: 'Readers can change everything that an attribute sets.',
  html: '<gd-norms vector="0 1 0 2 3" views="bars"></gd-norms>',
})}`,
    },
  ],
};
