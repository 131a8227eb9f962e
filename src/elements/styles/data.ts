import { css } from 'lit';

/** The controls of elements that take data: where it comes from, what is done with it, how it sounds. */
export const dataStyles = css`
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
`;
