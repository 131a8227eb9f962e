import { css } from 'lit';

/** What stands where, by the room that there is. */
export const layoutStyles = css`
  .body {
    min-width: 0;
  }
  .body > .message {
    margin-bottom: 14px;
  }
  .base > .panel + .body {
    margin-top: 16px;
  }
  /* Where there is room, the controls stay in sight beside the pictures that they change. */
  @container (min-width: 940px) {
    .base:has(> .panel):not(.printing) {
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
  }
  @container (max-width: 560px) {
    .panel {
      padding: 12px;
    }
  }
  /* The narrower the box of controls, the more of its twelve columns one of them takes. */
  @container (max-width: 860px) {
    .control {
      grid-column: span 3;
    }
  }
  @container (min-width: 940px) or (max-width: 560px) {
    .control {
      grid-column: span 6;
    }
  }
  @container (min-width: 940px) or (max-width: 860px) {
    .control-formula,
    .control-numbers,
    .control-auto-numbers {
      grid-column: span 12;
    }
  }
`;
