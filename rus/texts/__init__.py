"""What people write: notes, conclusions, approved sentences, stories, named views, reviews. Apart from the builds."""
