addEventListener('message', ({ data, source }: MessageEvent<{ type?: string; height?: number } | null>) => {
  if (data?.type !== 'descent-lab:height') return;
  for (const frame of document.querySelectorAll('iframe'))
    if (frame.contentWindow === source) frame.style.height = `${Number(data.height)}px`;
});
