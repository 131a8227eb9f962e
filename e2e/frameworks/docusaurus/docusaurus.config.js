module.exports = {
  title: 'Docusaurus',
  url: 'https://course.example',
  baseUrl: '/',
  clientModules: ['./src/elements.js'],
  presets: [['classic', { docs: { routeBasePath: '/' }, blog: false }]],
};
