export default defineNuxtConfig({
  vue: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('gd-') } },
  css: ['descent-lab/room.css'],
});
