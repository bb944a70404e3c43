"""What is done to a verdict beside choosing it: warned of, reviewed, published, rechecked."""
