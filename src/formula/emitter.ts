import { isSafe } from './number-functions';
import { ProgramBuilder } from './program';

/** Emits arithmetic, folding constants and products into the instructions that can take them. */
export class Emitter extends ProgramBuilder {
  constant(k: number): number {
    return this.emit('constant', [], [k]);
  }

  /** k a + l */
  affine(a: number, k: number, l: number): number {
    if (k === 1 && l === 0) return a;
    const maker = this.maker(a);
    if (maker?.operation === 'constant') return this.constant(k * maker.constants[0] + l);
    if (maker?.operation === 'affine' && l === 0) {
      // Only scaling is folded: adding l to the constant inside could cancel what must not cancel.
      const [inner, offset] = maker.constants;
      if (isSafe(k * inner, k, inner) && isSafe(k * offset, k, offset))
        return this.emit('affine', maker.inputs, [k * inner, k * offset]);
    }
    if (maker?.operation === 'multiply' && k === 1) return this.emit('multiplyAddConstant', maker.inputs, [l]);
    return this.emit('affine', [a], [k, l]);
  }

  multiply(a: number, b: number): number {
    const first = this.maker(a);
    const second = this.maker(b);
    if (first?.operation === 'constant') return this.affine(b, first.constants[0], 0);
    if (second?.operation === 'constant') return this.affine(a, second.constants[0], 0);
    return this.emit('multiply', a < b ? [a, b] : [b, a]);
  }

  /** k a + b */
  addScaled(k: number, a: number, b: number): number {
    const maker = this.maker(a);
    const other = this.maker(b);
    if (maker?.operation === 'constant') return this.affine(b, 1, k * maker.constants[0]);
    if (other?.operation === 'constant') return this.affine(a, k, other.constants[0]);
    if (maker?.operation === 'multiply') {
      if (k === 1) return this.emit('multiplyAdd', [...maker.inputs, b]);
      if (k === -1) return this.emit('subtractProduct', [...maker.inputs, b]);
    }
    if (
      maker?.operation === 'affine' &&
      maker.constants[1] === 0 &&
      isSafe(k * maker.constants[0], k, maker.constants[0])
    )
      return this.emit('scaleAdd', [maker.inputs[0], b], [k * maker.constants[0]]);
    if (k === 1 && other?.operation === 'multiply') return this.emit('multiplyAdd', [...other.inputs, a]);
    if (k === 1 && other?.operation === 'affine' && other.constants[1] === 0)
      return this.emit('scaleAdd', [other.inputs[0], a], [other.constants[0]]);
    if (k === 1) return this.emit('add', a < b ? [a, b] : [b, a]);
    if (k === -1) return this.emit('subtract', [b, a]);
    return this.emit('scaleAdd', [a, b], [k]);
  }

  /** a ^ n for a whole n >= 1, by repeated squaring. */
  wholePower(a: number, n: number): number {
    let result: number | undefined;
    for (let square = a, left = n; ;) {
      if (left % 2 === 1) result = result === undefined ? square : this.multiply(result, square);
      left = Math.floor(left / 2);
      if (left === 0) return result!;
      square = this.multiply(square, square);
    }
  }
}
