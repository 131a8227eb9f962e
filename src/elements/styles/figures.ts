import { css } from 'lit';

/** The pictures, each with its title, its text and its menu. */
export const figureStyles = css`
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
`;
