// One run.
alias real = f32;
alias integer = i32;
alias flags = bool;
