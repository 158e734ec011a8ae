"""Who acts and speaks in a text: a first reading takes the `names` into the `cast`; `coreference` then says whom a phrase means."""
