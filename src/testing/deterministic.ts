/**
 * Flags that give Chromium a WebGPU adapter computed on the processor, on machines with a GPU as on those without. With
 * fewer flags than these `navigator.gpu` has no adapter, and elements compute on the CPU engine.
 */
export const softwareAdapter: readonly string[] = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'];

/**
 * What a picture must not depend on: how a machine draws letters, what its screen does with colours, which instructions its
 * processor has, and which pieces of the page were drawn before.
 */
const sameDrawing = [
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
  '--disable-skia-runtime-opts',
  '--disable-partial-raster',
];

/** What a browser does of its own accord, and what a container does not let it do. */
const quiet = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Parts of a Playwright configuration. Arrays are not read-only here, as Playwright's types want them. */
export interface Deterministic {
  launchOptions: { args: string[] };
  use: {
    launchOptions: { args: string[] };
    deviceScaleFactor: number;
    colorScheme: 'light';
    locale: string;
    timezoneId: string;
    contextOptions: { reducedMotion: 'reduce' };
  };
  expect: { toHaveScreenshot: { threshold: number; maxDiffPixels: number; animations: 'disabled'; caret: 'hide' } };
}

const launchOptions = { args: [...quiet, ...sameDrawing, ...softwareAdapter] };

/**
 * What makes pictures repeat, to be spread into a Playwright configuration: `launchOptions` is how the browser is started,
 * `use` that and what its pages are told, `expect` a comparison that lets nothing pass.
 */
export const deterministic: Deterministic = {
  launchOptions,
  use: {
    launchOptions,
    deviceScaleFactor: 1,
    colorScheme: 'light',
    locale: 'en-GB',
    timezoneId: 'UTC',
    contextOptions: { reducedMotion: 'reduce' },
  },
  expect: { toHaveScreenshot: { threshold: 0, maxDiffPixels: 0, animations: 'disabled', caret: 'hide' } },
};
