import { expect, type CDPSession, type Page } from '@playwright/test';
import { openCoursePage } from '../course-page';
import { test } from './course';

/** How many objects of a class, or of classes together, are alive in the page, once all garbage is gone. It is collected once for all classes. */
async function alive(devtools: CDPSession, ...classNames: string[]): Promise<number> {
  const prototypes = `[${classNames.map((name) => `${name}.prototype`).join()}]`;
  // Of one class the objects are asked for, of several all objects that there are.
  const expression = classNames.length === 1 ? `${classNames[0]}.prototype` : 'Object.prototype';
  const { result } = await devtools.send('Runtime.evaluate', { expression });
  const { objects } = await devtools.send('Runtime.queryObjects', { prototypeObjectId: result.objectId! });
  const { result: count } = await devtools.send('Runtime.callFunctionOn', {
    objectId: objects.objectId,
    functionDeclaration: `function () {
      const prototypes = ${prototypes};
      return this.filter((one) => prototypes.some((prototype) => Object.prototype.isPrototypeOf.call(prototype, one))).length;
    }`,
    returnByValue: true,
  });
  await devtools.send('Runtime.releaseObject', { objectId: objects.objectId! });
  await devtools.send('Runtime.releaseObject', { objectId: result.objectId! });
  return count.value;
}

const GPU_CLASSES = [
  'GPUAdapter',
  'GPUDevice',
  'GPUQueue',
  'GPUBuffer',
  'GPUTexture',
  'GPUShaderModule',
  'GPUPipelineLayout',
  'GPUComputePipeline',
  'GPUBindGroupLayout',
  'GPUBindGroup',
  'GPUCommandEncoder',
  'GPUCommandBuffer',
  'GPUQuerySet',
];
const ELEMENTS =
  '<gd-wide-minima engine="webgpu" starts="200" iterations="10" views="landscape histogram basins" style="width: 320px"></gd-wide-minima><gd-conv1d engine="webgpu" length="128" iterations="20" views="signal loss"></gd-conv1d><gd-matrix-factorization engine="webgpu" views="step errors table"></gd-matrix-factorization>';

/** Puts the elements into the page, waits for their pictures, and takes them out. */
async function cycle(page: Page, stay: boolean): Promise<string[]> {
  return page.evaluate(
    async ([html, isToStay]) => {
      document.body.innerHTML = html;
      const elements = Array.from(document.body.children) as (HTMLElement & {
        settled: Promise<{ engine: { kind: string } }>;
      })[];
      const kinds = (await Promise.all(elements.map(({ settled }) => settled))).map(({ engine }) => engine.kind);
      if (!isToStay) document.body.replaceChildren();
      return kinds;
    },
    [ELEMENTS, stay] as const,
  );
}

test('when the last element has gone no GPU object is left, and one that comes later works', async ({
  page,
  context,
}) => {
  await page.addInitScript(() => {
    const devices: GPUDevice[] = [];
    const buffers = new Set<GPUBuffer>();
    const { requestDevice } = GPUAdapter.prototype;
    const { createBuffer } = GPUDevice.prototype;
    const { destroy } = GPUBuffer.prototype;
    GPUAdapter.prototype.requestDevice = async function (...given) {
      const device = await requestDevice.apply(this, given);
      devices.push(device);
      void device.lost.then(() => devices.splice(devices.indexOf(device), 1));
      return device;
    };
    GPUDevice.prototype.createBuffer = function (...given) {
      const buffer = createBuffer.apply(this, given);
      buffers.add(buffer);
      return buffer;
    };
    GPUBuffer.prototype.destroy = function () {
      buffers.delete(this);
      return destroy.call(this);
    };
    Object.assign(window, { held: () => ({ devices: devices.length, buffers: buffers.size }) });
  });
  await openCoursePage(page, '');
  const devtools = await context.newCDPSession(page);
  const held = () => page.evaluate(() => (window as unknown as { held: () => object }).held());
  for (let times = 0; times < 2; times++) {
    expect(await cycle(page, true)).toEqual(['webgpu', 'webgpu', 'webgpu']);
    expect(await held()).toEqual({ devices: 1, buffers: 0 });
    expect(await alive(devtools, 'GPUComputePipeline')).toBeGreaterThan(0);
    await page.evaluate(() => document.body.replaceChildren());
    await expect.poll(held).toEqual({ devices: 0, buffers: 0 });
    await expect.poll(() => alive(devtools, ...GPU_CLASSES)).toBe(0);
  }
});

test('a device is given back also after an element that leaves in the middle of a computation', async ({
  page,
  context,
}) => {
  await openCoursePage(
    page,
    '<gd-wide-minima engine="webgpu" loading="eager" starts="4000000" iterations="10000" views="histogram"></gd-wide-minima>',
  );
  const devtools = await context.newCDPSession(page);
  await expect
    .poll(() =>
      page.evaluate(() => document.querySelector<HTMLElement & { progress: number }>('gd-wide-minima')!.progress),
    )
    .toBeGreaterThan(0);
  expect(await alive(devtools, 'GPUDevice')).toBe(1);
  await page.evaluate(() => document.body.replaceChildren());
  await expect.poll(() => alive(devtools, ...GPU_CLASSES)).toBe(0);
});

test('after elements were added and removed twenty times, memory is what it was within 10 %', async ({
  page,
  context,
}) => {
  test.setTimeout(300_000);
  await openCoursePage(page, '');
  const devtools = await context.newCDPSession(page);
  const settledHeap = async () => {
    // Elements let go of what they computed a while after they have left.
    await expect.poll(() => alive(devtools, 'GPUDevice')).toBe(0);
    for (let i = 0; i < 3; i++) await devtools.send('HeapProfiler.collectGarbage');
    // What scripts hold, what the browser holds for them (nodes, styles), and what is in arrays of numbers.
    const { usedSize, embedderHeapUsedSize, backingStorageSize } = await devtools.send('Runtime.getHeapUsage');
    return {
      usedSize,
      embedderHeapUsedSize,
      backingStorageSize,
      total: usedSize + embedderHeapUsedSize + backingStorageSize,
    };
  };
  // The browser keeps the code that it compiles, and compiles the better the oftener a function was called: a megabyte, most
  // of it in the first few times.
  for (let i = 0; i < 10; i++) await cycle(page, false);
  const before = await settledHeap();
  const elements = await alive(devtools, "customElements.get('gd-wide-minima')");
  for (let i = 0; i < 20; i++) await cycle(page, false);
  const after = await settledHeap();
  expect(await alive(devtools, "customElements.get('gd-wide-minima')")).toBeLessThanOrEqual(elements);
  for (const kind of ['usedSize', 'backingStorageSize', 'total'] as const)
    expect(
      after[kind] / before[kind],
      `${kind} of ${JSON.stringify(before)} and ${JSON.stringify(after)}`,
    ).toBeLessThan(1.1);
});
