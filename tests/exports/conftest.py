from hypothesis import settings

# A busy machine is no error: no test has a time limit.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
