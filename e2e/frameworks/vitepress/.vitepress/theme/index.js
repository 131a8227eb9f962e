import DefaultTheme from 'vitepress/theme';
import 'descent-lab/define';

export default DefaultTheme;
