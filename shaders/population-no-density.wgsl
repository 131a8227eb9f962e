// No iterates are counted.
fn count_density(at: Runs, through: vec4<bool>, k: u32, quad: u32) {
}
