const isCustomElement = (tag) => tag.startsWith('gd-');

export default { title: 'VitePress', vue: { template: { compilerOptions: { isCustomElement } } } };
