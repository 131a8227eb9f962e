export * from './messages';
export * from './coded-error';
