import { css, unsafeCSS } from 'lit';
import { color } from '../charts/palette';

const value = (name: string) => unsafeCSS(color(name));

/** The look that every element shares. Colours come from the charts' `--gd-*` properties, so a page themes both at once. */
export const elementStyles = css`
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
    font-family: var(--gd-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif);
    font-size: var(--gd-font-size, 15px);
    line-height: 1.5;
    font-weight: 400;
    text-align: start;
    color: var(--gd-text, inherit);
    -webkit-text-size-adjust: 100%;
  }
  :host([hidden]) {
    display: none;
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

  .body {
    min-width: 0;
  }
  .body > .message {
    margin-bottom: 14px;
  }
  .base > .panel + .body {
    margin-top: 16px;
  }
  .panel {
    display: grid;
    gap: 10px;
    padding: 14px 16px;
    border: 1px solid var(--_border);
    border-radius: 12px;
    background: var(--_panel);
  }
  .controls {
    display: grid;
    grid-template-columns: repeat(12, minmax(0, 1fr));
    gap: 12px 16px;
    align-items: start;
  }
  .control {
    position: relative;
    grid-column: span 2;
    display: grid;
    gap: 4px;
  }
  .control-formula {
    grid-column: span 12;
  }
  .control-numbers,
  .control-auto-numbers {
    grid-column: span 4;
  }
  /* On one line, or the field below would stand lower than its neighbour's. */
  .control label {
    overflow: hidden;
    font-size: 0.87em;
    font-weight: 600;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .control .unit {
    font-weight: 400;
    color: var(--_muted);
  }
  .control input[type='text'],
  .control select {
    width: 100%;
    padding: 4px 9px;
  }
  .control-formula input,
  .control-numbers input,
  .control-auto-numbers input {
    font-family: var(--gd-font-mono, ui-monospace, 'SF Mono', Menlo, 'DejaVu Sans Mono', monospace);
    font-size: 0.93em;
  }
  .control[data-refused] input,
  .control[data-refused] select {
    border-color: var(--_error);
    box-shadow: 0 0 0 1px var(--_error);
  }
  /* Help stands under its control while somebody is there, and out of the way otherwise. */
  .control .help {
    position: absolute;
    inset-block-start: 100%;
    inset-inline-start: 0;
    z-index: 4;
    visibility: hidden;
    width: max-content;
    max-width: min(300px, 80cqw);
    margin-top: 3px;
    padding: 5px 9px;
    border: 1px solid var(--_border);
    border-radius: 7px;
    font-size: 0.82em;
    line-height: 1.35;
    background: var(--_surface);
    box-shadow: 0 4px 14px rgb(0 0 0 / 0.14);
    pointer-events: none;
  }
  .control:hover .help,
  .control:focus-within .help {
    visibility: visible;
  }
  /* At the right edge it opens to the left, where browsers know how. */
  @supports (position-try-fallbacks: flip-inline) and (anchor-scope: --control) {
    .panel {
      position: relative;
    }
    .control {
      position: static;
      anchor-name: --control;
      anchor-scope: --control;
    }
    .control .help {
      position-anchor: --control;
      inset-block-start: anchor(end);
      inset-inline-start: anchor(start);
      position-try-fallbacks: flip-inline;
    }
  }
  .more > summary {
    font-size: 0.87em;
    color: var(--_muted);
  }
  .more[open] > summary {
    margin-bottom: 10px;
  }
  .formula-lines {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 2.4em;
    align-items: center;
  }
  .formula-break {
    flex: 1 0 100%;
  }
  .formula {
    overflow-x: auto;
    overflow-y: hidden;
    margin-bottom: 14px;
    padding: 4px 0;
    font-size: 1.1em;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }

  .status {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
    min-height: 26px;
    font-size: 0.87em;
    color: var(--_muted);
  }
  progress {
    width: 140px;
    height: 8px;
    accent-color: var(--_accent);
  }
  .message {
    padding: 10px 14px;
    border: 1px solid var(--_error);
    border-inline-start-width: 5px;
    border-radius: 8px;
    background: var(--_surface);
    overflow-wrap: anywhere;
  }
  .message b {
    display: block;
  }
  .message.request {
    border-color: var(--_accent);
  }
  .message .signal-file {
    margin-top: 8px;
  }

  .views {
    display: grid;
    gap: 30px;
  }
  .view-head {
    display: flex;
    justify-content: space-between;
    gap: 12px;
    align-items: baseline;
  }
  .hint {
    max-width: 110ch;
    font-size: 0.9em;
    color: var(--_muted);
  }
  .chart {
    margin-top: 8px;
    min-height: 120px;
    min-width: 0;
  }
  :host([state='failed']) .chart:empty {
    min-height: 0;
  }
  .summary {
    margin-top: 6px;
    max-width: 110ch;
    font-size: 0.9em;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 14px;
    align-items: center;
    margin-top: 8px;
    font-size: 0.93em;
  }
  .rates {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    align-items: center;
  }
  .rates button[aria-pressed='true'] {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
    font-weight: 600;
  }
  .source {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    align-items: center;
  }
  .source-title {
    flex: 1 1 100%;
    margin-bottom: -2px;
    font-size: 0.87em;
    font-weight: 600;
  }
  .source :is(button, .file) {
    padding-inline: 9px;
    font-size: 0.93em;
  }
  .source :is(button[aria-pressed='true'], .file[data-pressed='true']) {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
    font-weight: 600;
  }
  .source .file-hint {
    flex: 1 1 100%;
    font-size: 0.82em;
    line-height: 1.35;
  }
  .columns {
    display: grid;
    flex: 1 1 100%;
    gap: 6px;
    font-size: 0.93em;
  }
  .columns label {
    display: grid;
    grid-template-columns: 3.6em minmax(0, 1fr);
  }
  .stepper {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    align-items: center;
  }
  .stepper output {
    padding-inline-start: 8px;
    font-variant-numeric: tabular-nums;
  }
  .player,
  .signal-file {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 10px;
    align-items: center;
  }
  .signal-file {
    flex: 1 1 100%;
  }
  .tools > .message {
    flex: 1 1 100%;
    margin-top: 0;
  }
  .file {
    position: relative;
    display: inline-flex;
    align-items: center;
    min-height: 32px;
    padding: 3px 12px;
    border: 1px solid var(--_border);
    border-radius: 7px;
    background: var(--_surface);
    cursor: pointer;
  }
  .file:hover {
    border-color: var(--_accent);
  }
  .file:focus-within:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  /* The field itself lies over its label, unseen, so that a press and a drop reach it. */
  .file input {
    position: absolute;
    inset: 0;
    width: 100%;
    opacity: 0;
    cursor: pointer;
  }
  .file-column {
    display: inline-flex;
    gap: 6px;
    align-items: center;
  }
  .file-hint {
    color: var(--_muted);
    overflow-wrap: anywhere;
  }
  .transport {
    display: flex;
    flex: 1 1 320px;
    flex-wrap: wrap;
    gap: 6px;
    align-items: center;
  }
  .transport input {
    flex: 1 1 120px;
    min-width: 100px;
    width: auto;
  }
  .transport .play {
    min-width: 72px;
  }
  .transport output {
    min-width: 11.5em;
    font-variant-numeric: tabular-nums;
  }

  .menu {
    position: relative;
    font-size: 0.87em;
  }
  .menu > summary {
    padding: 2px 10px;
    border: 1px solid var(--_border);
    border-radius: 7px;
    list-style: none;
    color: var(--_muted);
  }
  .menu > summary::-webkit-details-marker {
    display: none;
  }
  .menu-items {
    position: absolute;
    inset-inline-end: 0;
    z-index: 3;
    display: grid;
    gap: 2px;
    width: max-content;
    margin-top: 4px;
    padding: 4px;
    border: 1px solid var(--_border);
    border-radius: 9px;
    background: var(--_surface);
    box-shadow: 0 6px 20px rgb(0 0 0 / 0.18);
  }
  .menu-items button {
    border-color: transparent;
    text-align: start;
  }

  .scheme {
    position: absolute;
    visibility: hidden;
    color: light-dark(#000, #fff);
    transition: color 1ms;
  }
  /* Where there is room, the controls stay in sight beside the pictures that they change. */
  @container (min-width: 940px) {
    .base:has(> .panel) {
      display: grid;
      grid-template-columns: 268px minmax(0, 1fr);
      gap: 32px;
      align-items: start;
    }
    .base > .panel + .body {
      margin-top: 0;
    }
    .panel {
      position: sticky;
      inset-block-start: 12px;
    }
    .actions button {
      padding-inline: 9px;
    }
    .control {
      grid-column: span 6;
    }
    .control-formula,
    .control-numbers,
    .control-auto-numbers {
      grid-column: span 12;
    }
  }
  @container (max-width: 860px) {
    .control {
      grid-column: span 3;
    }
    .control-formula,
    .control-numbers,
    .control-auto-numbers {
      grid-column: span 12;
    }
  }
  @container (max-width: 560px) {
    .panel {
      padding: 12px;
    }
    .control {
      grid-column: span 6;
    }
    .control-formula,
    .control-numbers,
    .control-auto-numbers {
      grid-column: span 12;
    }
  }
  @media print {
    .panel,
    .menu,
    .tools {
      display: none;
    }
    .view {
      break-inside: avoid;
    }
  }
`;
