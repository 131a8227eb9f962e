fn product(first: u32, tap_blocks: u32) -> Tile {
  return product_along(tile_of_x(first), first, tap_blocks);
}
