import { css } from 'lit';

/** The controls that belong to one picture. */
export const toolStyles = css`
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
  .tools > .message {
    flex: 1 1 100%;
    margin-top: 0;
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
`;
