fn product(first: u32, tap_blocks: u32) -> Tile {
  return product_against(first, tap_blocks);
}
