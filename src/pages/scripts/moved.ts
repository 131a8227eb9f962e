const { href } = document.querySelector<HTMLLinkElement>('link[rel=canonical]')!;
location.replace(`${href}${location.search}${location.hash}`);
