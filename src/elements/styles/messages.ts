import { css } from 'lit';

/** What an element says: where it was computed and how far it is, what is wrong, the formula. */
export const messageStyles = css`
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
  .formula-lines {
    display: flex;
    flex-wrap: wrap;
    gap: 7px 2.4em;
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
`;
