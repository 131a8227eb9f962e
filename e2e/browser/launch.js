// How the test browser is launched: with WebGPU on the software adapter, or without any adapter.
const quiet = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--font-render-hinting=none'];
const softwareAdapter = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'];

/** Launch options for Playwright: a WebGPU adapter computed on the processor, the same everywhere. */
export const withAdapter = { executablePath: process.env.CHROMIUM_EXECUTABLE, args: [...quiet, ...softwareAdapter] };

/** Launch options for Playwright: the same browser has `navigator.gpu` but no adapter. */
export const withoutAdapter = { executablePath: process.env.CHROMIUM_EXECUTABLE, args: quiet };
