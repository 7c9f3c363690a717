"""What differs: two dates, the years, a scenario, a project's end, a vacant post."""
