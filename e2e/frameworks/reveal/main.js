import 'descent-lab/define';
import Reveal from 'reveal.js';
import 'reveal.js/reveal.css';
import 'reveal.js/theme/black.css';

new Reveal({ width: 1280, height: 900 }).initialize();
