import type { FunctionName } from './functions';

/**
 * A formula as a tree, the way it was written. Trees are never changed, so parts may be shared: walk with a memo.
 * Named constants keep their name for display; named parameters have become numbers.
 */
export type Expression = NumberNode | ConstantNode | VariableNode | NegateNode | BinaryNode | CallNode;

export interface NumberNode {
  readonly kind: 'number';
  readonly value: number;
}
export interface ConstantNode {
  readonly kind: 'constant';
  readonly name: string;
  readonly value: number;
}
export interface VariableNode {
  readonly kind: 'variable';
  readonly name: string;
}
export interface NegateNode {
  readonly kind: 'negate';
  readonly operand: Expression;
}
export interface BinaryNode {
  readonly kind: 'add' | 'subtract' | 'multiply' | 'divide' | 'power';
  readonly left: Expression;
  readonly right: Expression;
}
export interface CallNode {
  readonly kind: 'call';
  readonly name: FunctionName;
  readonly arguments: readonly Expression[];
}

export function numberNode(value: number): NumberNode {
  return { kind: 'number', value };
}

export function variableNode(name: string): VariableNode {
  return { kind: 'variable', name };
}

export function negateNode(operand: Expression): NegateNode {
  return { kind: 'negate', operand };
}

export function binaryNode(kind: BinaryNode['kind'], left: Expression, right: Expression): BinaryNode {
  return { kind, left, right };
}

export function callNode(name: FunctionName, ...parameters: Expression[]): CallNode {
  return { kind: 'call', name, arguments: parameters };
}
