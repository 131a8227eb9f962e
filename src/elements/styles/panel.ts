import { css } from 'lit';

/** The box of controls. */
export const panelStyles = css`
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
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }
`;
