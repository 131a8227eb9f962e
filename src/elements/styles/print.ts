import { css } from 'lit';

/** How an element is printed: by a class and no media query, as it must look so before the browser says that it prints. */
export const printStyles = css`
  .printing {
    color-scheme: light;
    color: var(--gd-text, #111);
    background: var(--_surface);
    print-color-adjust: exact;
    -webkit-print-color-adjust: exact;
  }
  .printing :is(.panel, .menu, .tools, .gd-tools, .gd-hint, .gd-readout) {
    display: none;
  }
  .printing .view {
    break-inside: avoid;
  }
  /* Browsers print a canvas that was just drawn on a white ground, and it may lie over the axes. */
  .printing canvas {
    mix-blend-mode: multiply;
  }
  /* Paper is narrower than most screens, and nobody is told how wide before it is too late to draw anew. */
  .printing .chart {
    zoom: min(1, tan(atan2(100cqw, var(--_drawn, 100cqw))));
  }
`;
