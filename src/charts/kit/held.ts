import type { Chart } from './chart';

/** What handles tell a picture with held axes. */
export interface Grip {
  onGrab(): void;
  onDrop(): void;
}

/**
 * Draws a picture whose axes fit its data, except while a handle is dragged: then they stand still, since nobody can aim
 * in a picture that is rescaled under the pointer.
 *
 * @param fit works out the axes
 */
export function holdingAxes<Data extends object, Axes>(
  fit: (data: Data & { width?: number }) => Axes,
  draw: (container: HTMLElement, data: Data & { width?: number }, axes: Axes, grip: Grip) => void,
): Chart<Data>['draw'] {
  type State = { data: Data & { width?: number }; held?: Axes };
  const states = new WeakMap<HTMLElement, State>();
  return function redraw(container, data) {
    const state: State = states.get(container) ?? { data };
    states.set(container, Object.assign(state, { data }));
    const axes = state.held ?? fit(data);
    draw(container, data, axes, {
      onGrab: () => (state.held = axes),
      onDrop() {
        if (state.held === undefined) return;
        state.held = undefined;
        redraw(container, state.data);
      },
    });
  };
}
