import { pointer } from 'd3';
import type { Reader } from '../../charts/kit';
import type { Camera } from './relief-image';

export interface Turning {
  /** What the picture is, and which keys do what. */
  name: string;
  role: string;
  camera: Camera;
  onTurn(camera: Camera): void;
  /** A pointer takes hold of the picture, and lets go of it. */
  onGrab(): void;
  onDrop(): void;
}

const LEAST_TILT = 10;
const MOST_TILT = 90;
/** Degrees by which a key turns, and by which a pixel does. */
const KEY = 5;
const PIXEL = 0.45;

const turned = ({ turn, tilt }: Camera): Camera => ({
  turn: Math.round(10 * (((((turn + 180) % 360) + 360) % 360) - 180)) / 10,
  tilt: Math.round(10 * Math.min(MOST_TILT, Math.max(LEAST_TILT, tilt))) / 10,
});

/** A picture that turns under the pointer and by arrow keys. A finger turns it sideways only: up and down it scrolls the page. */
export function turning({ name, role, camera, onTurn, onGrab, onDrop }: Turning): Reader {
  return (hit) => {
    hit.classList.add('gd-zoom');
    hit.style.touchAction = 'pan-y';
    for (const [key, value] of Object.entries({
      role: 'application',
      tabindex: '0',
      'aria-roledescription': role,
      'aria-label': name,
    }))
      hit.setAttribute(key, value);
    const turnBy = (turn: number, tilt: number) =>
      onTurn(turned({ turn: camera.turn + turn, tilt: camera.tilt + tilt }));
    hit.onpointerdown = (event) => {
      if (event.button !== 0 || !event.isPrimary) return;
      const from = pointer(event, hit);
      const isFinger = event.pointerType === 'touch';
      hit.setPointerCapture(event.pointerId);
      onGrab();
      hit.onpointermove = (moved) => {
        const [x, y] = pointer(moved, hit);
        const tilt = isFinger ? 0 : PIXEL * (y - from[1]);
        onTurn(turned({ turn: camera.turn - PIXEL * (x - from[0]), tilt: camera.tilt + tilt }));
      };
      hit.onpointerup = hit.onpointercancel = () => {
        hit.onpointermove = hit.onpointerup = hit.onpointercancel = null;
        onDrop();
      };
    };
    hit.onkeydown = (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const far = KEY * (event.shiftKey ? 3 : 1);
      const keys: Record<string, () => void> = {
        ArrowLeft: () => turnBy(far, 0),
        ArrowRight: () => turnBy(-far, 0),
        ArrowUp: () => turnBy(0, far),
        ArrowDown: () => turnBy(0, -far),
      };
      if (!Object.hasOwn(keys, event.key)) return;
      event.preventDefault();
      keys[event.key]();
    };
  };
}
