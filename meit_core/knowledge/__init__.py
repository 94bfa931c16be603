"""What the product knows about electrocardiography: statements, the report parser, criteria, instructions."""
