import 'descent-lab/define';

export default defineNuxtPlugin(() => {});
