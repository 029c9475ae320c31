"""What the editor shows: one module a feature, each with ``provide(analysis, params)`` from an Analysis to values of
the protocol. Nothing here knows the server; positions are made by the Analysis alone."""
