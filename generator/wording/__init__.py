"""The words that readers see: labels, sentences, dates, counts, quotation marks, in the language of a brief.

English stands in templates and in `labels`; `templates/locale/<language>.po` says it in other languages.
"""
