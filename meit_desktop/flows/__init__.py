"""What follows on what: each flow moves values between operations and views."""
