import { defineMessages } from '../messages';

/** Why a computation ran elsewhere than wanted. */
export const engineMessages = /* @__PURE__ */ defineMessages('engine', {
  notice: 'Computed on {engine}: {reasons}.',
  webgpu: 'WebGPU',
  cpu: 'the CPU',
  unavailable: '{reasons}',
  reasonAgainst: '{engine}: {reason}',
  noKernel: '{computation} has no kernel on {engine}',
  insecure: 'browsers offer WebGPU only to pages that come over HTTPS or from localhost',
  noWebGPU: 'this browser does not offer WebGPU',
  noAdapter: 'this browser offers no WebGPU adapter: no graphics processor that it supports, or it is switched off',
  noAnswer: '{engine} did not answer within {seconds} seconds',
  nobodyComputes: 'neither a worker nor the page can compute: a part of Descent Lab could not be loaded',
  notLoaded:
    'its part of Descent Lab could not be loaded; the folder assets belongs beside descent-lab.js, where descent-lab.inline.js needs no other file',
});
