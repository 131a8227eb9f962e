// Four runs side by side.
alias real = vec4f;
alias integer = vec4i;
alias flags = vec4<bool>;
