import { css, unsafeCSS } from 'lit';
import { color } from '../../charts/kit/palette';

const value = (name: string) => unsafeCSS(color(name));

/** What every element is made of: its box, its type and colours, its fields and buttons. */
export const baseStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    --_accent: ${value('--gd-accent')};
    --_on-accent: ${value('--gd-on-accent')};
    --_muted: ${value('--gd-muted')};
    --_surface: ${value('--gd-surface')};
    --_panel: ${value('--gd-panel')};
    --_border: ${value('--gd-border')};
    --_error: ${value('--gd-error')};
  }
  :host([hidden]) {
    display: none;
  }
  /*
   * Nothing of a page's type comes in but what is named here: a rule such as "* { letter-spacing: … }" means the host too, and
   * would be inherited. What comes in is the text's colour (it goes with the background), and what hides or disables.
   */
  .base {
    all: initial;
    display: block;
    color: var(--gd-text, inherit);
    color-scheme: inherit;
    forced-color-adjust: inherit;
    visibility: inherit;
    pointer-events: inherit;
    interactivity: inherit;
    font-family: var(--gd-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif);
    font-size: var(--gd-font-size, 15px);
    line-height: 1.5;
    text-align: start;
    /* The words and formulas are written from left to right, in a page that is not as well. */
    direction: ltr;
    -webkit-text-size-adjust: 100%;
  }
  *,
  *::before {
    box-sizing: border-box;
  }
  h3,
  p,
  figure {
    margin: 0;
  }
  h3 {
    font-size: 1.07em;
    font-weight: 650;
    letter-spacing: -0.005em;
  }

  button,
  select,
  input {
    font: inherit;
    color: inherit;
  }
  button,
  select,
  input[type='text'] {
    min-height: 32px;
    border: 1px solid var(--_border);
    border-radius: 7px;
    background: var(--_surface);
  }
  button {
    padding: 3px 12px;
    cursor: pointer;
  }
  button:hover:not(:disabled) {
    border-color: var(--_accent);
  }
  input:disabled {
    opacity: 0.6;
  }
  button:disabled {
    opacity: 0.45;
    cursor: default;
  }
  button.primary {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  :is(button, select, input, summary, [tabindex]):focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  input[type='range'] {
    width: 100%;
    margin: 0;
    accent-color: var(--_accent);
  }
  summary {
    cursor: pointer;
  }
  .scheme {
    position: absolute;
    visibility: hidden;
    background: light-dark(#fff, #000);
    color: light-dark(#000, #fff);
    transition: color 1ms;
  }
`;
