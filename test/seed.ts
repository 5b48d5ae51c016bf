import fc from 'fast-check'

// One and the same random cases every time: what fails here fails for everybody, and a green suite stays green. The variable
// draws others, and fast-check prints the seed of what it finds.
fc.configureGlobal({ seed: Number(process.env['AFTERWORD_RANDOM_SEED'] ?? 20260302) })
