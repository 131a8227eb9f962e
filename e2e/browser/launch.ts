// How the test browser is launched: with WebGPU on the software adapter, or without any adapter.
import { deterministic, softwareAdapter } from '../../src/testing/deterministic.ts';

const executablePath = process.env.CHROMIUM_EXECUTABLE;
const { args } = deterministic.launchOptions;

/** Launch options for Playwright: a WebGPU adapter computed on the processor, the same everywhere. */
export const withAdapter = { executablePath, args };

/** Launch options for Playwright: the same browser has `navigator.gpu` but no adapter. */
export const withoutAdapter = { executablePath, args: args.filter((flag) => !softwareAdapter.includes(flag)) };
