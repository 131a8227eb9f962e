/** The script that has everything in it: registers the elements, and gives what a script of the page may ask for. */
export * from './define';
export * from './entries/engine';
