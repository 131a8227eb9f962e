export { ShellWithFiles as Shell } from '../../elements/shell-with-files';
