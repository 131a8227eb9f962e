import { compileBlock, compileScalar, domainOf, parseSurface, type BlockFunction, type Surface } from '../../formula';
import type { PlaneFunction } from '../../math/plane';

/** A loss over two weights, compiled. */
export interface SurfaceFunctions extends PlaneFunction {
  read: Surface;
  /** Many places at once: the value, and the two parts of the gradient. */
  values: BlockFunction;
  gradients: BlockFunction;
  /** 1 where the function is defined; left out if that is everywhere. */
  domain?: BlockFunction;
  /** Whether both parts of its gradient are the number 0: then no place stands out. */
  isConstant: boolean;
}

const known = new WeakMap<Surface, SurfaceFunctions>();

/** The same function is asked for again and again, while a control is dragged. */
export function functionsOf(objective: string): SurfaceFunctions {
  const read = parseSurface(objective);
  let functions = known.get(read);
  if (!functions) known.set(read, (functions = compile(read)));
  return functions;
}

function compile(read: Surface): SurfaceFunctions {
  const { variables, gradient, hessian } = read;
  const one = (expression: Surface['value']) => compileScalar(expression, variables);
  const [value, byX, byY] = [read.value, ...gradient].map(one);
  const [xx, xy, yy] = hessian.map(one);
  const domain = domainOf(read.value, variables);
  return {
    read,
    value,
    gradient: (x, y) => [byX(x, y), byY(x, y)],
    hessian: (x, y) => [xx(x, y), xy(x, y), yy(x, y)],
    values: compileBlock([read.value], variables),
    gradients: compileBlock(gradient, variables),
    domain: domain && compileBlock([domain], variables),
    isConstant: gradient.every((part) => part.kind === 'number' && part.value === 0),
  };
}
