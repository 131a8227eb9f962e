import vue from '@vitejs/plugin-vue';

const isCustomElement = (tag) => tag.startsWith('gd-');

export default { plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] };
