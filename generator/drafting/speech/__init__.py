"""Who says what: quotation `marks` are taken out of the text (`masking`) before it is parsed, `reports` are read from the build of its
sentences, and quotations get their `speakers`: by their own sentence, by rules alone (`patterns`), by their `neighbours`, by `continuity`.
"""
